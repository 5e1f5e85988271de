import session from 'express-session';

export const sessions = session({ secret: 'keyboard cat', resave: false, saveUninitialized: false });
