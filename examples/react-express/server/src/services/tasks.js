export function toTask(task) {
  return {
    id: task._id,
    listId: task.listId,
    title: task.title,
    done: task.done,
    dueAt: task.dueAt,
    createdBy: task.createdBy,
  };
}
