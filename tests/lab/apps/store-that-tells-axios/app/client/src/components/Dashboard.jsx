import React, { useEffect } from 'react';
import { connect } from 'react-redux';
import { getPosts, addPost } from '../actions/post';
import { logout } from '../actions/auth';

const Dashboard = ({ getPosts, addPost, logout, auth: { user }, posts }) => {
  useEffect(() => {
    getPosts();
  }, [getPosts]);

  return (
    <div>
      <span>{user && user.name}</span>
      {posts.map((post) => (
        <p key={post._id}>{post.text}</p>
      ))}
      <button id="add" onClick={() => addPost({ text: 'post 2' })}>add</button>
      <button id="out" onClick={logout}>out</button>
    </div>
  );
};

const mapStateToProps = (state) => ({ auth: state.auth, posts: state.post.posts });

export default connect(mapStateToProps, { getPosts, addPost, logout })(Dashboard);
