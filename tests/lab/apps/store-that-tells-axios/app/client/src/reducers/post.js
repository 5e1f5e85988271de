import { GET_POSTS, ADD_POST, POST_ERROR } from '../actions/types';

const initialState = { posts: [], loading: true, error: {} };

export default function (state = initialState, action) {
  const { type, payload } = action;
  switch (type) {
    case GET_POSTS:
      return { ...state, posts: payload, loading: false };
    case ADD_POST:
      return { ...state, posts: [payload, ...state.posts], loading: false };
    case POST_ERROR:
      return { ...state, error: payload, loading: false };
    default:
      return state;
  }
}
