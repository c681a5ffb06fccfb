import { Pencil } from 'lucide-react';
import type { TableCell } from '../../../shared/model/estate-table';
import { PoolBar } from '../../components/PoolBar';
import { PathSymbol, PortabilitySymbol } from '../../components/symbols/Symbol';

/** What a cell shows: words first, with the mark that goes with them. */
export function CellContent({ cell, isFirst }: { cell: TableCell; isFirst?: boolean }) {
  if (cell.pool !== undefined) return <PoolBar pool={cell.pool} words={cell.text} />;
  if (cell.state === 'unknown') {
    return (
      <>
        <span className="unknown" title={`Unknown: ${cell.text}`}>
          unknown
        </span>
        <EditedMark imported={cell.imported} />
      </>
    );
  }
  if (cell.state === 'pending') return <span className="quiet">{cell.text}</span>;
  return (
    <>
      {cell.portability === undefined ? null : (
        <span className="mark">
          <PortabilitySymbol portability={cell.portability} />
        </span>
      )}
      {cell.paths?.map((path) => (
        <span className="mark" key={path}>
          <PathSymbol path={path} />
        </span>
      ))}
      <bdi className={isFirst ? 'text name' : 'text'} title={cell.text}>
        {cell.text}
      </bdi>
      <EditedMark imported={cell.imported} />
    </>
  );
}

function EditedMark({ imported }: { imported: string | undefined }) {
  if (imported === undefined) return null;
  return (
    <span className="edited" title={`Edited by hand; imported: ${imported}`}>
      <Pencil size={11} aria-label="edited" />
    </span>
  );
}
