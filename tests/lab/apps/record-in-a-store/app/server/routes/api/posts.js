const express = require('express');
const router = express.Router();
const auth = require('../../middleware/auth');

router.get('/', auth, (req, res) => res.json([{ _id: '1', text: 'post 1' }]));
router.post('/', auth, (req, res) => res.status(201).json({ _id: '2', text: req.body.text }));

module.exports = router;
