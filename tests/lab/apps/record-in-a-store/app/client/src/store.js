import { legacy_createStore as createStore, combineReducers, applyMiddleware } from 'redux';
import { thunk } from 'redux-thunk';
import { userLoginReducer, userRegisterReducer, userUpdateProfileReducer } from './reducers/userReducers';
import { postListReducer, postCreateReducer } from './reducers/postReducers';

const reducer = combineReducers({
  userLogin: userLoginReducer,
  userRegister: userRegisterReducer,
  userUpdateProfile: userUpdateProfileReducer,
  postList: postListReducer,
  postCreate: postCreateReducer
});

const userInfoFromStorage = localStorage.getItem('userInfo') ? JSON.parse(localStorage.getItem('userInfo')) : null;

const initialState = {
  userLogin: { userInfo: userInfoFromStorage }
};

const store = createStore(reducer, initialState, applyMiddleware(thunk));

export default store;
