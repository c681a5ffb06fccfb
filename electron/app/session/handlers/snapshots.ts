import type { HandlersOf } from './handler';

export const snapshotMethods: HandlersOf<
  | 'snapshots.list'
  | 'snapshots.make'
  | 'snapshots.rename'
  | 'snapshots.remove'
  | 'snapshots.restore'
  | 'history.list'
  | 'history.go-to'
> = {
  'snapshots.list': (session) => [...session.snapshots],
  'snapshots.make': (session, { name }) => {
    session.makeSnapshot(name);
    return session.state;
  },
  'snapshots.rename': (session, { id, name }) => {
    session.renameSnapshot(id, name);
    return session.state;
  },
  'snapshots.remove': (session, { id }) => {
    session.removeSnapshot(id);
    return session.state;
  },
  'snapshots.restore': (session, { id }) => {
    session.restoreSnapshot(id);
    return session.state;
  },
  'history.list': (session, { from, count }) => session.history(from, count),
  'history.go-to': (session, { number }) => {
    session.goTo(number);
    return session.state;
  },
};
