/**
 * Hosts under which anybody can have a name for a site of theirs: pages at `shop.vercel.app` and `stranger.vercel.app` are two
 * people's. All are in the private part of https://publicsuffix.org/list/public_suffix_list.dat.
 */
export const SHARED_HOSTS = [
  ...['vercel.app', 'now.sh', 'netlify.app', 'onrender.com', 'herokuapp.com', 'fly.dev', 'up.railway.app', 'surge.sh'],
  ...['github.io', 'gitlab.io', 'pages.dev', 'workers.dev', 'web.app', 'firebaseapp.com', 'azurestaticapps.net', 'amplifyapp.com'],
  ...['ngrok.io', 'ngrok-free.app', 'ngrok.app', 'trycloudflare.com', 'loca.lt', 'glitch.me', 'replit.app', 'lovable.app'],
] as const;
