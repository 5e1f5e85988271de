const express = require('express');
const path = require('path');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, 'views'));
app.use(express.static(path.join(__dirname, 'public')));

app.get('/login', (req, res) => res.render('login', { title: 'Log in' }));
app.get('/notes', (req, res) => res.render('notes', { title: 'Notes', most: 10 }));

const users = { ann: 'pw' };
const notes = [{ id: 1, text: 'first' }];

function auth(req, res, next) {
  const header = req.headers.authorization;
  const token = header && header.split(' ')[1];
  if (!token) return res.status(401).json({ message: 'No token provided' });
  try {
    req.user = jwt.verify(token, process.env.JWT_SECRET);
    next();
  } catch (err) {
    return res.status(401).json({ message: 'Invalid token' });
  }
}

app.post('/api/login', (req, res) => {
  const { username, password } = req.body;
  if (users[username] !== password) return res.status(401).json({ message: 'Invalid username or password' });
  const token = jwt.sign({ username }, process.env.JWT_SECRET, { expiresIn: '2h' });
  res.json({ success: true, token });
});

app.get('/api/notes', auth, (req, res) => res.json(notes));

app.post('/api/notes', auth, (req, res) => {
  notes.push({ id: notes.length + 1, text: req.body.text });
  res.status(201).json(notes[notes.length - 1]);
});

app.listen(process.env.PORT || 3000, () => console.log('up'));
