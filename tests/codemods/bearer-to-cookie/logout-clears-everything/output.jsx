import { useNavigate } from 'react-router-dom';
import { endSession } from './session';

export function LogoutButton() {
  const navigate = useNavigate();

  const handleLogout = () => {
    endSession();
    localStorage.clear();
    navigate('/login');
  };

  return <button onClick={handleLogout}>Log out</button>;
}
