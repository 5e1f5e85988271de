import axios from 'axios';
import { GET_POSTS, ADD_POST, POST_ERROR } from './types';
import { tokenConfig } from './auth';

export const getPosts = () => (dispatch, getState) => {
  axios
    .get('/api/posts', tokenConfig(getState))
    .then((res) => dispatch({ type: GET_POSTS, payload: res.data }))
    .catch((err) => dispatch({ type: POST_ERROR, payload: err.response.data }));
};

export const addPost = (post) => (dispatch, getState) => {
  axios
    .post('/api/posts', post, tokenConfig(getState))
    .then((res) => dispatch({ type: ADD_POST, payload: res.data }))
    .catch((err) => dispatch({ type: POST_ERROR, payload: err.response.data }));
};
