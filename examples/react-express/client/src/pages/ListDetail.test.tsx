import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STORAGE_KEYS } from '../constants/storage';
import * as listService from '../services/lists';
import { fakeToken, jsonResponse, renderWithAuth } from '../test/utils';
import { ListDetail } from './ListDetail';

const task = {
  id: 't1',
  listId: 'l1',
  title: 'Book the venue',
  done: false,
  dueAt: null,
  createdBy: 'Ada Marsh',
};

const fetchMock = vi.fn<typeof fetch>();

beforeEach(() => {
  localStorage.setItem(STORAGE_KEYS.AUTH_TOKEN, fakeToken());
  fetchMock.mockReset().mockResolvedValueOnce(jsonResponse([task]));
  vi.stubGlobal('fetch', fetchMock);
  vi.spyOn(listService, 'getList').mockResolvedValue({
    id: 'l1',
    name: 'Launch',
    ownerId: 'u1',
    memberCount: 1,
    openTasks: 1,
    totalTasks: 1,
    members: [{ id: 'u1', name: 'Ada Marsh', email: 'ada@example.com' }],
  });
});

async function renderPage() {
  renderWithAuth(
    <Routes>
      <Route path="/lists/:listId" element={<ListDetail />} />
    </Routes>,
    '/lists/l1',
  );
  await screen.findByText('Book the venue');
}

describe('ListDetail', () => {
  it('loads the tasks as the signed-in user', async () => {
    await renderPage();

    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toBe('http://localhost:3001/api/lists/l1/tasks');
    expect(init?.headers).toMatchObject({
      Authorization: `Bearer ${fakeToken()}`,
    });
  });

  it('adds a task', async () => {
    await renderPage();
    fetchMock.mockResolvedValueOnce(
      jsonResponse({ ...task, id: 't2', title: 'Print badges' }, 201),
    );

    await userEvent.type(screen.getByLabelText('New task'), 'Print badges');
    await userEvent.click(screen.getByText('Add task'));

    expect(await screen.findByText('Print badges')).toBeInTheDocument();
    expect(fetchMock.mock.lastCall?.[1]).toMatchObject({
      method: 'POST',
      body: JSON.stringify({ title: 'Print badges' }),
    });
  });

  it('toggles a task', async () => {
    await renderPage();
    fetchMock.mockResolvedValueOnce(jsonResponse({ ...task, done: true }));

    await userEvent.click(screen.getByLabelText('Book the venue'));
    expect(screen.getByLabelText('Book the venue')).toBeChecked();
  });

  it('shows the error of the API', async () => {
    await renderPage();
    fetchMock.mockResolvedValueOnce(jsonResponse({ error: 'Task not found' }, 404));

    await userEvent.click(screen.getByLabelText('Delete Book the venue'));

    expect(await screen.findByRole('alert')).toHaveTextContent('Task not found');
    expect(screen.getByText('Book the venue')).toBeInTheDocument();
  });
});
