import { changePassword, notes, signIn, signOut, signedIn } from './api';

const show = async (note = '') => {
  const list = signedIn() ? await notes().catch(() => 'refused') : 'nobody';
  document.body.insertAdjacentHTML('afterbegin', '<p id="state"></p>');
  document.querySelector('#state').textContent = `${note} ${JSON.stringify(list)}`;
};

document.body.insertAdjacentHTML('beforeend', '<button id="enter">Enter</button><button id="change">Change</button><button id="leave">Leave</button>');
document.querySelector('#enter').onclick = async () => {
  await signIn('pw');
  await show('welcome');
};
document.querySelector('#change').onclick = async () => {
  await changePassword('wrong').catch(() => null);
  await show('not changed');
};
document.querySelector('#leave').onclick = async () => {
  await signOut();
  await show('left');
};
show();
