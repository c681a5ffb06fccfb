import Box from '@mui/material/Box';
import { FileInput } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';

/** Files dropped anywhere on the window are imported; an overlay says so while they hover. */
export function DropTarget({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Entering a child fires enter before leave, so a count tells when the window is left.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setIsOver(false);
    };
    const onOver = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [onFiles]);

  return (
    <>
      {children}
      {isOver ? (
        <Box
          sx={{
            position: 'fixed',
            inset: 0,
            zIndex: 'tooltip',
            pointerEvents: 'none',
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'center',
            justifyContent: 'center',
            gap: 2,
            bgcolor: (theme) => `color-mix(in srgb, ${theme.hues.ground} 88%, transparent)`,
            outline: (theme) => `2px dashed ${theme.hues.accent}`,
            outlineOffset: -12,
          }}
        >
          <FileInput size={36} />
          <Box sx={{ typography: 'h2' }}>Drop to import</Box>
          <Box sx={{ color: 'text.secondary' }}>
            Collector files, cmdlet output, an inventory; a plan is opened
          </Box>
        </Box>
      ) : null}
    </>
  );
}
