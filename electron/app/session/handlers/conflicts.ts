import type { HandlersOf } from './handler';

export const conflictMethods: HandlersOf<'conflicts.list' | 'conflicts.settle'> = {
  'conflicts.list': (session) => [...session.conflicts],
  'conflicts.settle': (session, { id, side }) => {
    session.settleConflict(id, side);
    return session.state;
  },
};
