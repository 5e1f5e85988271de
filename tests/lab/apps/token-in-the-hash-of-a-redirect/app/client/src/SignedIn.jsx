import React, { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useAuth } from './auth';

export function SignedIn() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { accept } = useAuth();
  const accessToken = new URLSearchParams(hash.replace('#', '')).get('access_token');
  useEffect(() => {
    if (accessToken) {
      accept(accessToken);
      navigate('/', { replace: true });
    } else {
      navigate('/login?error=oauth', { replace: true });
    }
  }, [accessToken]);
  return <p>One moment</p>;
}
