/*
 * Copyright (c) Example Ltd.
 * SPDX-License-Identifier: MIT
 */
'use client';

// The list of projects.
export async function loadProjects(): Promise<unknown> {
  const response = await fetch('/api/projects', {
    // everything but drafts
    headers: { Accept: 'application/json', Authorization: `Bearer ${localStorage.getItem('token')}` }, // as JSON
  });
  return response.json();
}
