export const watchShared = (shareToken) => new EventSource(`/api/shared?token=${shareToken}`);
export const watchInvited = (invitationToken) => new EventSource(`/api/invited?token=${invitationToken}`);
export const watch = () => new EventSource('/api/news', { withCredentials: true });
export const live = (inviteToken) => new WebSocket(`/live?token=${inviteToken}`);
