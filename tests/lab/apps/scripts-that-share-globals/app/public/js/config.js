const API_URL = window.location.origin + '/api';
const TOKEN_KEY = 'notes_token';
const USER_KEY = 'notes_user';
