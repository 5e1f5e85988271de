import { all, apply, call, put } from 'redux-saga/effects';
import axios from 'axios';

export function* enter({ form }) {
  const { data } = yield call([axios, 'post'], '/api/login', form);
  yield call([localStorage, 'setItem'], 'token', data.token);
  yield all([
    apply(sessionStorage, sessionStorage.setItem, ['jwt', data.token]),
    call([localStorage, 'setItem'], 'locale', data.locale),
  ]);
  const [, profile] = yield all([call([localStorage, 'setItem'], 'jwt', data.token), call(loadProfile)]);
  yield put({ type: 'entered', profile });
}

export function* resume() {
  const token = yield call([localStorage, 'getItem'], 'token');
  if (token) yield put({ type: 'resumed' });
}

export function* leave() {
  yield call([localStorage, 'removeItem'], 'token');
  yield put({ type: 'left' });
}
