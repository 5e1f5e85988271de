import { all, call, put } from 'redux-saga/effects';
import axios from 'axios';
import { endSession, hasSession } from './session';

export function* enter({ form }) {
  const { data } = yield call([axios, 'post'], '/api/login', form);
  yield all([
    call([localStorage, 'setItem'], 'locale', data.locale),
  ]);
  const [, profile] = yield all([null, call(loadProfile)]);
  yield put({ type: 'entered', profile });
}

export function* resume() {
  if (hasSession()) yield put({ type: 'resumed' });
}

export function* leave() {
  yield endSession();
  yield put({ type: 'left' });
}
