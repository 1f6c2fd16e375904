export { drawPersonId } from './identity/draw-person-id.ts';
export { invite } from './identity/invite.ts';
export { makeToken, mostTokenDays } from './identity/make-token.ts';
