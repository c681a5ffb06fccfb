import type { HandlersOf } from './handler';

export const planMethods: HandlersOf<
  'plans.rename' | 'plans.undo' | 'plans.redo' | 'plans.set-assumption'
> = {
  'plans.rename': (session, { name }) => {
    session.rename(name);
    return session.state;
  },
  'plans.undo': (session) => {
    session.undo();
    return session.state;
  },
  'plans.redo': (session) => {
    session.redo();
    return session.state;
  },
  'plans.set-assumption': (session, { name, choice }) => {
    session.setAssumption(name, choice);
    return session.state;
  },
};
