import { all, call, put } from 'redux-saga/effects';
import axios from 'axios';
import { endSession } from './session';

export function* enter({ form }) {
  const { data } = yield call([axios, 'post'], '/api/login', form);
  yield all([
    call([localStorage, 'setItem'], 'locale', data.locale),
  ]);
  const [, profile] = yield all([null, call(loadProfile)]);
  yield put({ type: 'entered', profile });
}

export function* resume() {
  // TODO(httponly): this still needs the token (it is used), which scripts cannot read any more. See https://github.com/httponly/eslint-plugin-httponly/blob/main/docs/codemods/bearer-to-cookie.md
  const token = yield call([localStorage, 'getItem'], 'token');
  if (token) yield put({ type: 'resumed' });
}

export function* leave() {
  yield endSession();
  yield put({ type: 'left' });
}
