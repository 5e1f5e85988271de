import React, { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDispatch, useSelector } from 'react-redux';
import { listPosts, createPost } from '../actions/postActions';
import { logout, updateUserProfile } from '../actions/userActions';

const Dashboard = () => {
  const dispatch = useDispatch();
  const navigate = useNavigate();
  const { userInfo } = useSelector((state) => state.userLogin);
  const { posts } = useSelector((state) => state.postList);
  const { post } = useSelector((state) => state.postCreate);

  useEffect(() => {
    if (!userInfo) {
      navigate('/login');
    } else {
      dispatch(listPosts());
    }
  }, [dispatch, navigate, userInfo]);

  return (
    <div>
      <span>{userInfo && userInfo.name}</span>
      {posts.map((one) => (
        <p key={one._id}>{one.text}</p>
      ))}
      {post && <p>{post.text}</p>}
      <button id="add" onClick={() => dispatch(createPost({ text: 'post 2' }))}>add</button>
      <button id="rename" onClick={() => dispatch(updateUserProfile({ name: 'Beth' }))}>rename</button>
      <button id="out" onClick={() => dispatch(logout())}>out</button>
    </div>
  );
};

export default Dashboard;
