import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';

export default function Callback() {
  const [searchParams] = useSearchParams();
  const navigate = useNavigate();
  const token = searchParams.get('token');

  useEffect(() => {
    if (!token) {
      navigate('/login?error=oauth');
      return;
    }
    localStorage.setItem('token', token);
    navigate('/');
  }, [token, navigate]);

  return <p>{`Signing
    in`}</p>;
}
