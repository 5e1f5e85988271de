/** The list, if it exists and the user is a member of it. */
export function findListFor(db, listId, userId) {
  return db.lists.findOneAsync({ _id: listId, memberIds: userId });
}

export async function toListSummary(db, list) {
  const [open, total] = await Promise.all([
    db.tasks.countAsync({ listId: list._id, done: false }),
    db.tasks.countAsync({ listId: list._id }),
  ]);

  return {
    id: list._id,
    name: list.name,
    ownerId: list.ownerId,
    memberCount: list.memberIds.length,
    openTasks: open,
    totalTasks: total,
  };
}
