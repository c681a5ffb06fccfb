/** The PowerShell collector, as it is given to people. */
import text from '../../build/collect/Collect-PortolanHost.ps1?raw';

export const COLLECTOR_NAME = 'Collect-PortolanHost.ps1';

/** With the line ends that Windows expects. */
export const collectorText = text.replace(/\r?\n/g, '\r\n');
