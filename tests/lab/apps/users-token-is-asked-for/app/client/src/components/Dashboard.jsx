import React, { useEffect, useState } from 'react';
import axios from 'axios';
import { useAuth } from '../context/AuthContext';

const Dashboard = () => {
  const { user, logout } = useAuth();
  const [posts, setPosts] = useState([]);

  useEffect(() => {
    const load = async () => {
      const { data } = await axios.get('/api/posts', { headers: { Authorization: `Bearer ${user.token}` } });
      setPosts(data);
    };
    if (user?.token) load();
  }, [user]);

  const add = async () => {
    if (!user || !user.token) return;
    const config = { headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${user?.token}` } };
    const { data } = await axios.post('/api/posts', { text: 'post 2' }, config);
    setPosts([...posts, data]);
  };

  return (
    <div>
      <span>{user.name}</span>
      {posts.map((one) => (
        <p key={one._id}>{one.text}</p>
      ))}
      <button id="add" onClick={add}>add</button>
      <button id="out" onClick={logout}>out</button>
    </div>
  );
};

export default Dashboard;
