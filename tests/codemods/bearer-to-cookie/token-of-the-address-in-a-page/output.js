import { show } from './page';
import { getSession, hasSession } from './session';

getSession().then(() => {
  if (hasSession()) {
    show('home');
  }
  location.replace('/');
});
