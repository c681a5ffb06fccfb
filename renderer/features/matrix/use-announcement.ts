import { useEffect, useState } from 'react';

const REST = 250;

/** What a screen reader hears once the cursor rests: "sql-03 on HV07: Falls back, to VMDq". */
export function useAnnouncement(
  words: { readonly title: string; readonly lines: readonly string[] } | null,
  isPending: boolean,
): string {
  const [said, setSaid] = useState('');
  const next = words === null ? '' : `${words.title}: ${words.lines.join('. ')}`;
  useEffect(() => {
    if (isPending) return;
    const timer = setTimeout(() => setSaid(next), REST);
    return () => clearTimeout(timer);
  }, [next, isPending]);
  return said;
}
