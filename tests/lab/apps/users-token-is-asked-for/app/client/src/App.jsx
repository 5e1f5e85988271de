import React from 'react';
import { BrowserRouter as Router, Routes, Route, Navigate } from 'react-router-dom';
import { AuthProvider, useAuth } from './context/AuthContext';
import Login from './components/Login';
import Dashboard from './components/Dashboard';

const Pages = () => {
  const { user } = useAuth();
  return (
    <Routes>
      <Route path="/login" element={!user?.token ? <Login /> : <Navigate to="/" />} />
      <Route path="/" element={user && user.token ? <Dashboard /> : <Navigate to="/login" />} />
    </Routes>
  );
};

const App = () => (
  <AuthProvider>
    <Router>
      <Pages />
    </Router>
  </AuthProvider>
);

export default App;
