const env = process.env;

env.JWT_SECRET ||= 'only-to-list-the-routes';
process.env.SESSION_SECRET = process.env.SESSION_SECRET ?? 'only-to-list-the-routes';
