import type { HandlersOf } from './handler';

export const importMethods: HandlersOf<'imports.files' | 'imports.problems'> = {
  'imports.files': (session) => [...session.files],
  'imports.problems': (session, { from, count }) => {
    const { problems } = session;
    return { total: problems.length, problems: problems.slice(from, from + count) };
  },
};
