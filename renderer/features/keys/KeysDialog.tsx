import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { keyWords } from '../../app/keys';
import { KEY_GROUPS, type KeyGroup } from './key-map';

/** Which keys there are, and what they do. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">Keys</DialogTitle>
      {/* Scrolls, so it can be reached by keyboard as well. */}
      <DialogContent tabIndex={0}>
        <Box
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 8 }}
        >
          {[KEY_GROUPS.slice(0, 1), KEY_GROUPS.slice(1)].map((groups) => (
            <div key={groups[0]?.title}>
              {groups.map((group) => (
                <Group key={group.title} group={group} />
              ))}
            </div>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Group({ group: { title, entries } }: { group: KeyGroup }) {
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="subtitle1" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {entries.map(({ keys, text }) => (
          <Box
            key={`${keys.join()} ${text}`}
            sx={{
              display: 'flex',
              alignItems: 'baseline',
              gap: 3,
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="dt" sx={{ flex: 1, color: 'text.secondary' }}>
              {text}
            </Box>
            <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {keys.map((one) => (
                <Key key={one} keys={one} />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Key({ keys }: { keys: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        px: 1.5,
        borderRadius: 1,
        border: 1,
        borderColor: (theme) => theme.hues.strongLine,
        bgcolor: 'background.default',
        fontFamily: 'inherit',
        typography: 'caption',
        lineHeight: '20px',
        whiteSpace: 'nowrap',
      }}
    >
      {keyWords(keys)}
    </Box>
  );
}
