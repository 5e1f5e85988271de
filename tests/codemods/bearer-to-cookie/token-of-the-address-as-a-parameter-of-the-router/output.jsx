import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { getSession, hasSession } from './session';

export default function Callback() {
  const [searchParams] = useSearchParams();
  const navigate = useNavigate();

  useEffect(() => {
    getSession().then(() => {
      if (!hasSession()) {
        navigate('/login?error=oauth');
        return;
      }
      navigate('/');
    });
  }, [navigate]);

  return <p>{`Signing
    in`}</p>;
}
