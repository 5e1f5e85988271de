export const loadMap = () => fetch('https://api.mapbox.com/styles/v1/streets', {
  headers: { Authorization: `Bearer ${import.meta.env.VITE_MAPBOX_TOKEN}` },
});

export const loadPlaces = () => fetch('/api/places', {
  headers: { Authorization: `Bearer ${localStorage.getItem('token')}` },
});
