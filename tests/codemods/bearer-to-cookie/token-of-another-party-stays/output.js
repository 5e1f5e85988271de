import { apiFetch } from './session';

export const loadMap = () => fetch('https://api.mapbox.com/styles/v1/streets', {
  headers: { Authorization: `Bearer ${import.meta.env.VITE_MAPBOX_TOKEN}` },
});

export const loadPlaces = () => apiFetch('/api/places');
