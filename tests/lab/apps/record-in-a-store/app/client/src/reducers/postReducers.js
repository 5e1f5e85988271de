import { POST_LIST_REQUEST, POST_LIST_SUCCESS, POST_LIST_FAIL, POST_CREATE_SUCCESS, POST_CREATE_FAIL } from '../constants/postConstants';

export const postListReducer = (state = { posts: [] }, action) => {
  switch (action.type) {
    case POST_LIST_REQUEST:
      return { loading: true, posts: [] };
    case POST_LIST_SUCCESS:
      return { loading: false, posts: action.payload };
    case POST_LIST_FAIL:
      return { loading: false, posts: [], error: action.payload };
    default:
      return state;
  }
};

export const postCreateReducer = (state = {}, action) => {
  switch (action.type) {
    case POST_CREATE_SUCCESS:
      return { post: action.payload };
    case POST_CREATE_FAIL:
      return { error: action.payload };
    default:
      return state;
  }
};
