/*
 * Copyright (c) Example Ltd.
 * SPDX-License-Identifier: MIT
 */
'use client';

import { apiFetch } from './session';

// The list of projects.
export async function loadProjects(): Promise<unknown> {
  const response = await apiFetch('/api/projects', {
    // everything but drafts
    headers: { Accept: 'application/json' }, // as JSON
  });
  return response.json();
}
