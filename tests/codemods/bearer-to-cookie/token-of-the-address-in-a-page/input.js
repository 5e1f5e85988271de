import { show } from './page';

localStorage.setItem('token', new URLSearchParams(location.search).get('token'));
if (localStorage.getItem('token')) {
  show('home');
}
location.replace('/');
