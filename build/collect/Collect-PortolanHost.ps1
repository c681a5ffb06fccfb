#Requires -Version 5.1
<#
.SYNOPSIS
    Writes down what Portolan needs to know about one Hyper-V host, into one JSON file.

.DESCRIPTION
    Read only: the script calls nothing but commands that look things up, starts no job, installs nothing,
    and writes exactly one file. It runs in Windows PowerShell 5.1 and in PowerShell 7, needs no module beyond
    those that come with Windows, and goes on when a command is missing or fails: every section of the file
    says for itself whether it was read.

    Traffic is sampled from performance counters. Resource metering is not used: it adds port ACLs to the
    network adapters, and those take SR-IOV virtual functions away.

    Run it as a local administrator. The sections and their use are described in docs/collecting.md.

.PARAMETER OutFile
    The file to write; an existing file is replaced. Default: <COMPUTERNAME>-portolan.json in the current folder.
    With a single dash (-) nothing is written, and the JSON text goes to the output instead: that is how many
    hosts are collected from one management machine.

.PARAMETER SampleSeconds
    Seconds between the two readings of the traffic counters, 0 to 3600. 0 leaves the sample out.

.PARAMETER NoGuestDetails
    Leaves out what guests report about themselves (system name and version, domain name).

.EXAMPLE
    .\Collect-PortolanHost.ps1

    Collects this host, including one minute of traffic.

.EXAMPLE
    .\Collect-PortolanHost.ps1 -OutFile D:\inventory\HV07.json -SampleSeconds 0 -Verbose

    Collects this host without a traffic sample and reports each section as it is read.

.EXAMPLE
    Invoke-Command -ComputerName HV01, HV02 -FilePath .\Collect-PortolanHost.ps1 -ArgumentList '-', 60 |
        ForEach-Object { [IO.File]::WriteAllText("$PWD\$($_.PSComputerName)-portolan.json", $_) }

    Collects two hosts at the same time from a management machine; nothing is left behind on the hosts.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $OutFile = ('{0}-portolan.json' -f $env:COMPUTERNAME),

    [Parameter(Position = 1)]
    [ValidateRange(0, 3600)]
    [int] $SampleSeconds = 60,

    [switch] $NoGuestDetails
)

$collectorVersion = '1.0.0'

# Shared by all sections below. Only its contents change, so no scope prefix is needed; a script: variable
# would land in the global scope when the text runs through Invoke-Command.
$state = @{ Sections = [ordered]@{}; Machines = @() }

# ---- How values are written ----------------------------------------------------------------------------

# One value as something that ConvertTo-Json writes the same way in 5.1 and 7: enums by name, dates as ISO text
# in UTC, embedded objects as plain dictionaries. $Shape names the properties of an embedded object; '*' takes
# all properties of a CIM object. $Value has no type on purpose: a type would strip the wrapper that carries the
# name of an enum that came through the compatibility layer of PowerShell 7.
function ConvertTo-PortolanValue {
    param($Value, $Shape)

    if ($null -eq $Value) { return $null }
    if ($Value.PSObject.TypeNames -contains 'Deserialized.System.Enum') { return [string] $Value }
    if ($Value -is [enum]) { return $Value.ToString() }
    if ($Value -is [string] -or $Value -is [char]) { return [string] $Value }
    if ($Value -is [bool]) { return [bool] $Value }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o') }
    if ($Value -is [timespan]) { return $Value.ToString('c') }
    if ($Value -is [uint64] -or $Value -is [int64]) {
        # Beyond 2^53 most JSON readers round, and counters of 100 ns since 1601 are beyond it: text keeps them whole.
        if ([math]::Abs([decimal] $Value) -gt 9007199254740991) { return [string] $Value }
        return $Value
    }
    if ($Value -is [valuetype] -and $Value.GetType().IsPrimitive) { return $Value }
    if ($Value -is [byte[]]) { return ([BitConverter]::ToString($Value) -replace '-', '') }
    if ($Value -is [System.Collections.IEnumerable]) {
        $items = New-Object System.Collections.ArrayList
        foreach ($item in $Value) { [void] $items.Add((ConvertTo-PortolanValue $item $Shape)) }
        # The comma keeps an array of one element, and an empty one, an array on the way out.
        return , $items.ToArray()
    }
    if ($Shape -eq '*' -and $null -ne $Value.PSObject.Properties['CimInstanceProperties']) {
        $names = @($Value.CimInstanceProperties | ForEach-Object { $_.Name })
        return ConvertTo-PortolanRecord -InputObject $Value -Property $names
    }
    if ($null -ne $Shape -and $Shape -ne '*') { return ConvertTo-PortolanRecord -InputObject $Value -Property $Shape }
    # Versions, GUIDs, cluster nodes and groups: their text is their name.
    return [string] $Value
}

# One record with the named properties. A property that this release of Windows does not have, or that cannot be
# read, is left out instead of being written as null: 'not collected' must not look like 'has no value'.
# A hashtable in $Property stands for an embedded object: @{ Name = names of its properties }.
function ConvertTo-PortolanRecord {
    param(
        [Parameter(ValueFromPipeline = $true)] $InputObject,
        [Parameter(Position = 0)] [object[]] $Property,
        [Parameter(Position = 1)] $Also
    )
    process {
        if ($null -eq $InputObject) { return }
        $record = [ordered]@{}
        if ($null -ne $Also) {
            foreach ($key in @($Also.Keys)) { $record[$key] = $Also[$key] }
        }
        foreach ($entry in $Property) {
            $name = $entry
            $shape = $null
            if ($entry -is [hashtable]) {
                $name = @($entry.Keys)[0]
                $shape = $entry[$name]
            }
            $member = $InputObject.PSObject.Properties[$name]
            if ($null -eq $member) { continue }
            try { $plain = ConvertTo-PortolanValue $member.Value $shape } catch { continue }
            # The cast drops the wrapper that 5.1 would otherwise write as { "value": [...], "Count": n }.
            if ($plain -is [array]) { $plain = [object[]] $plain }
            $record[$member.Name] = $plain
        }
        $record
    }
}

# Whose adapter an ACL, VLAN or isolation setting belongs to. The settings do not say it themselves, and their
# ParentAdapter points back at the whole adapter.
function Get-PortolanOwner {
    param($Setting)

    $owner = [ordered]@{}
    $parent = $Setting.PSObject.Properties['ParentAdapter']
    if ($null -eq $parent -or $null -eq $parent.Value) { return $owner }
    $adapter = ConvertTo-PortolanRecord -InputObject $parent.Value -Property (-split 'VMId VMName Name Id IsManagementOs')
    foreach ($pair in @(@('VMId', 'VMId'), @('VMName', 'VMName'), @('Name', 'AdapterName'), @('Id', 'AdapterId'),
            @('IsManagementOs', 'IsManagementOs'))) {
        if ($adapter.Contains($pair[0])) { $owner[$pair[1]] = $adapter[$pair[0]] }
    }
    $owner
}

# Named values of one registry key. KeyExists tells a value that was never set (the default applies) from a key
# that could not be read.
function Get-PortolanRegistryKey {
    param([string] $Path, [string[]] $Name)

    $also = [ordered]@{ Path = $Path; KeyExists = (Test-Path -LiteralPath $Path) }
    if ($also.KeyExists) { $values = Get-ItemProperty -LiteralPath $Path } else { $values = $null }
    # A key without values gives nothing at all, not an empty object.
    if ($null -eq $values) { $also } else { $values | ConvertTo-PortolanRecord $Name $also }
}

# ---- The one place through which every section runs ------------------------------------------------------

# Runs a section and keeps its records, its outcome and its time. An error that ends the section makes it
# 'failed'; errors about single objects are noted beside the records that did arrive.
function Invoke-PortolanSection {
    param(
        [Parameter(Position = 0)] [string] $Name,
        [Parameter(Position = 1)] [scriptblock] $Collect,
        [string[]] $Needs = @($Name),
        [string] $SkipBecause
    )

    $watch = [Diagnostics.Stopwatch]::StartNew()
    $records = New-Object System.Collections.ArrayList
    $problems = New-Object System.Collections.ArrayList
    $status = 'ok'
    if ($SkipBecause) {
        $status = 'skipped'
        [void] $problems.Add($SkipBecause)
    }
    else {
        $missing = @($Needs | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
        if ($missing.Count -gt 0) {
            $status = 'missing-command'
            [void] $problems.Add('Not found on this host: ' + ($missing -join ', '))
        }
    }
    if ($status -eq 'ok') {
        try {
            & {
                # In a scope of its own: the commands keep quiet, -Verbose is for the progress of this script.
                $ErrorActionPreference = 'Continue'
                $VerbosePreference = 'SilentlyContinue'
                $WarningPreference = 'SilentlyContinue'
                $ProgressPreference = 'SilentlyContinue'
                & $Collect
            } 2>&1 | ForEach-Object {
                if ($_ -is [System.Management.Automation.ErrorRecord]) { [void] $problems.Add($_.Exception.Message) }
                else { [void] $records.Add($_) }
            }
            if ($records.Count -eq 0 -and $problems.Count -gt 0) { $status = 'failed' }
        }
        catch [System.Management.Automation.CommandNotFoundException] {
            $status = 'missing-command'
            [void] $problems.Add($_.Exception.Message)
        }
        catch {
            $status = 'failed'
            [void] $problems.Add($_.Exception.Message)
        }
    }

    $section = [ordered]@{ status = $status }
    if ($problems.Count -gt 0) {
        # A host with hundreds of VMs can repeat one message hundreds of times.
        $texts = @($problems | Select-Object -Unique)
        $section['error'] = (@($texts | Select-Object -First 5) -join ' | ')
        if ($texts.Count -gt 5) { $section['error'] += (' | and {0} more' -f ($texts.Count - 5)) }
    }
    $section['milliseconds'] = $watch.ElapsedMilliseconds
    $section['records'] = [object[]] $records.ToArray()
    $state.Sections[$Name] = $section
    Write-Verbose ('{0}: {1}, {2} records, {3} ms' -f $Name, $status, $records.Count, $section.milliseconds)
}

# ---- Host: system, processors, firmware ------------------------------------------------------------------

Invoke-PortolanSection 'Win32_OperatingSystem' -Needs 'Get-CimInstance' {
    Get-CimInstance -ClassName Win32_OperatingSystem | ConvertTo-PortolanRecord (-split
        'Caption Version BuildNumber OperatingSystemSKU ProductType OSArchitecture OSLanguage
         TotalVisibleMemorySize FreePhysicalMemory LastBootUpTime SystemDrive')
}

# The caption is localized; the edition id is not, and it tells Azure Local from Windows Server.
Invoke-PortolanSection 'PortolanWindowsVersion' -Needs 'Get-ItemProperty' {
    Get-PortolanRegistryKey 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' (-split
        'EditionID InstallationType ProductName DisplayVersion ReleaseId CurrentBuild UBR')
}

Invoke-PortolanSection 'Win32_ComputerSystem' -Needs 'Get-CimInstance' {
    Get-CimInstance -ClassName Win32_ComputerSystem | ConvertTo-PortolanRecord (-split
        'Name DNSHostName Domain PartOfDomain Manufacturer Model SystemFamily SystemSKUNumber TotalPhysicalMemory
         NumberOfProcessors NumberOfLogicalProcessors HypervisorPresent')
}

Invoke-PortolanSection 'Win32_BIOS' -Needs 'Get-CimInstance' {
    Get-CimInstance -ClassName Win32_BIOS | ConvertTo-PortolanRecord (-split
        'Manufacturer Name SMBIOSBIOSVersion Version ReleaseDate SystemBiosMajorVersion SystemBiosMinorVersion')
}

# The three virtualization flags read False while a hypervisor runs. They are kept for hosts without one.
Invoke-PortolanSection 'Win32_Processor' -Needs 'Get-CimInstance' {
    Get-CimInstance -ClassName Win32_Processor | ConvertTo-PortolanRecord (-split
        'DeviceID Name Manufacturer Description Caption SocketDesignation ProcessorId Architecture Family Level
         Revision Stepping NumberOfCores NumberOfEnabledCore NumberOfLogicalProcessors ThreadCount MaxClockSpeed
         CurrentClockSpeed L2CacheSize L3CacheSize VirtualizationFirmwareEnabled
         SecondLevelAddressTranslationExtensions VMMonitorModeExtensions')
}

# 'Update Revision' holds the eight bytes of the microcode register, lowest byte first: Intel keeps the revision
# in the upper four, AMD in the lower four. Portolan picks the half.
Invoke-PortolanSection 'PortolanMicrocode' -Needs 'Get-ItemProperty' {
    Get-PortolanRegistryKey 'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0' @(
        'ProcessorNameString', 'VendorIdentifier', 'Identifier', 'Update Revision', 'Previous Update Revision',
        'Update Status')
}

Invoke-PortolanSection 'Get-VMHostNumaNode' {
    Get-VMHostNumaNode | ConvertTo-PortolanRecord (-split 'NodeId ProcessorsAvailability MemoryAvailable MemoryTotal')
}

# Without the service ClusSvc the host is in no cluster; that is knowledge, not a gap.
Invoke-PortolanSection 'Get-Service' {
    Get-Service -Name 'ClusSvc', 'vmms', 'NetworkATC' -ErrorAction SilentlyContinue |
        ConvertTo-PortolanRecord (-split 'Name Status StartType')
}

# ---- Host: Hyper-V ---------------------------------------------------------------------------------------

Invoke-PortolanSection 'Get-VMHost' {
    Get-VMHost | ConvertTo-PortolanRecord (-split
        'Name ComputerName FullyQualifiedDomainName LogicalProcessorCount MemoryCapacity IovSupport IovSupportReasons
         SupportedVmVersions NumaSpanningEnabled MacAddressMinimum MacAddressMaximum VirtualMachineMigrationEnabled
         VirtualMachineMigrationAuthenticationType VirtualMachineMigrationPerformanceOption
         MaximumVirtualMachineMigrations MaximumStorageMigrations UseAnyNetworkForMigration VirtualMachinePath
         VirtualHardDiskPath')
}

Invoke-PortolanSection 'Get-VMHostSupportedVersion' {
    Get-VMHostSupportedVersion | ConvertTo-PortolanRecord (-split 'Name Version IsDefault')
}

Invoke-PortolanSection 'Get-VMMigrationNetwork' {
    Get-VMMigrationNetwork | ConvertTo-PortolanRecord (-split 'Subnet Priority')
}

Invoke-PortolanSection 'Get-VMResourcePool' {
    Get-VMResourcePool -ResourcePoolType Ethernet |
        ConvertTo-PortolanRecord (-split 'Name ParentName ResourcePoolType ResourceMeteringEnabled')
}

Invoke-PortolanSection 'Get-VMSan' {
    Get-VMSan | ConvertTo-PortolanRecord (-split 'Name ResourcePoolType')
}

Invoke-PortolanSection 'Get-VMHostPartitionableGpu' {
    Get-VMHostPartitionableGpu | ConvertTo-PortolanRecord (-split 'Name ValidPartitionCounts PartitionCount')
}

# The command is there only on hosts that were prepared for shielded VMs.
Invoke-PortolanSection 'Get-HgsClientConfiguration' {
    Get-HgsClientConfiguration | ConvertTo-PortolanRecord (-split 'IsHostGuarded Mode AttestationStatus')
}

Invoke-PortolanSection 'PortolanVirtualizationRegistry' -Needs 'Get-ItemProperty' {
    Get-PortolanRegistryKey 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Virtualization' (-split
        'IovEnableOverride MinVmVersionForCpuBasedMitigations')
}

Invoke-PortolanSection 'PortolanVmSwitchRegistry' -Needs 'Get-ItemProperty' {
    Get-PortolanRegistryKey 'HKLM:\SYSTEM\CurrentControlSet\Services\VMSMP\Parameters' (-split
        'BelowTenGigVmqEnabled TenGigVmqEnabled')
}

# ---- Virtual switches and teams --------------------------------------------------------------------------

Invoke-PortolanSection 'Get-VMSwitch' {
    Get-VMSwitch | ConvertTo-PortolanRecord (-split
        'Name Id SwitchType AllowManagementOS EmbeddedTeamingEnabled AllowNetLbfoTeams BandwidthReservationMode
         BandwidthPercentage DefaultFlowMinimumBandwidthAbsolute DefaultFlowMinimumBandwidthWeight
         PacketDirectEnabled PacketDirectInUse IovEnabled IovSupport IovSupportReasons IovVirtualFunctionCount
         IovVirtualFunctionsInUse IovQueuePairCount IovQueuePairsInUse AvailableVMQueues NumberVmqAllocated
         NetAdapterInterfaceDescription NetAdapterInterfaceDescriptions NetAdapterInterfaceGuid
         DefaultQueueVrssEnabled DefaultQueueVrssEnabledRequested DefaultQueueVmmqEnabled
         DefaultQueueVmmqEnabledRequested DefaultQueueVmmqQueuePairs DefaultQueueVmmqQueuePairsRequested
         DefaultQueueVrssMaxQueuePairs DefaultQueueVrssMaxQueuePairsRequested DefaultQueueVrssMinQueuePairs
         DefaultQueueVrssMinQueuePairsRequested DefaultQueueVrssQueueSchedulingMode
         DefaultQueueVrssQueueSchedulingModeRequested DefaultQueueVrssExcludePrimaryProcessor
         DefaultQueueVrssExcludePrimaryProcessorRequested SoftwareRscEnabled RscOffloadEnabled AvailableIPSecSA
         NumberIPSecSAAllocated')
}

Invoke-PortolanSection 'Get-VMSwitchExtension' {
    Get-VMSwitch | Get-VMSwitchExtension | ConvertTo-PortolanRecord (-split
        'SwitchName SwitchId Id Name Vendor Version ExtensionType ParentExtensionId ParentExtensionName Enabled Running')
}

Invoke-PortolanSection 'Get-VMSystemSwitchExtensionPortFeature' {
    Get-VMSystemSwitchExtensionPortFeature | ConvertTo-PortolanRecord (-split 'Id Name ExtensionId ExtensionName')
}

Invoke-PortolanSection 'Get-VMSwitchTeam' {
    # Asked only about SET switches: for any other switch the command reports an error.
    Get-VMSwitch | Where-Object {
        $teaming = $_.PSObject.Properties['EmbeddedTeamingEnabled']
        $null -ne $teaming -and $teaming.Value
    } | ForEach-Object { Get-VMSwitchTeam -VMSwitch $_ } | ConvertTo-PortolanRecord (-split
        'Name Id TeamingMode LoadBalancingAlgorithm NetAdapterInterfaceDescription NetAdapterInterfaceGuid')
}

Invoke-PortolanSection 'Get-NetLbfoTeam' {
    Get-NetLbfoTeam | ConvertTo-PortolanRecord (-split
        'Name InstanceID Members TeamNics TeamingMode LoadBalancingAlgorithm LacpTimer Status')
}

Invoke-PortolanSection 'Get-NetLbfoTeamMember' {
    Get-NetLbfoTeamMember | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription InstanceID Team AdministrativeMode OperationalMode OperationalStatus FailureReason
         TransmitLinkSpeed ReceiveLinkSpeed')
}

# ---- Physical adapters -----------------------------------------------------------------------------------

# Without -Physical on purpose: team interfaces and host vNICs are needed to follow a switch down to its ports.
Invoke-PortolanSection 'Get-NetAdapter' {
    Get-NetAdapter | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription InterfaceGuid InterfaceIndex PnPDeviceID ComponentID HardwareInterface Virtual
         ConnectorPresent Status AdminStatus ifOperStatus State InterfaceAdminStatus InterfaceOperationalStatus
         MediaConnectionState MediaConnectState LinkSpeed Speed TransmitLinkSpeed ReceiveLinkSpeed FullDuplex MtuSize
         MacAddress PermanentAddress VlanID NdisMedium NdisPhysicalMedium DriverName DriverDescription DriverProvider
         DriverVersion DriverVersionString DriverDate DriverFileName DriverMajorNdisVersion DriverMinorNdisVersion')
}

Invoke-PortolanSection 'Get-NetAdapterSriov' {
    Get-NetAdapterSriov | ConvertTo-PortolanRecord ((-split
        'Name InterfaceDescription Enabled SriovSupport SwitchName SwitchType NumVFs NumAllocatedVFs NumVPorts
         NumActiveVPorts NumQueuePairsForDefaultVPort NumQueuePairsForNonDefaultVPorts
         NumActiveDefaultVPortMacAddresses NumActiveDefaultVPortVlanIds NumActiveNonDefaultVPortMacAddresses
         NumActiveNonDefaultVPortVlanIds') + @{ CurrentCapabilities = '*' } + @{ HardwareCapabilities = '*' })
}

Invoke-PortolanSection 'Get-NetAdapterSriovVf' {
    Get-NetAdapterSriovVf | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription FunctionID SwitchID VPortID VmID VmFriendlyName VmNicID CurrentMacAddress
         PermanentMacAddress')
}

Invoke-PortolanSection 'Get-NetAdapterVmq' {
    Get-NetAdapterVmq | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription Enabled NumberOfReceiveQueues BaseProcessorGroup BaseProcessorNumber
         MaxProcessorNumber MaxProcessors NumaNode DynamicProcessorAffinityChangeSupported AnyVlanSupported
         VlanFilteringSupported InterruptVectorCoalescingSupported LookaheadSplitSupported MinLookaheadSplitSize
         MaxLookaheadSplitSize NumMacAddressesPerPort NumVlansPerPort TotalNumberOfMacAddresses')
}

Invoke-PortolanSection 'Get-NetAdapterVmqQueue' {
    Get-NetAdapterVmqQueue | ConvertTo-PortolanRecord ((-split
        'Name InterfaceDescription QueueID QueueName State NumFilters ProcessorGroup ProcessorNumber
         ProcessorAffinityMask VmFriendlyName VmID') + @{ FilterList = '*' })
}

Invoke-PortolanSection 'Get-NetAdapterRss' {
    Get-NetAdapterRss | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription Enabled Profile NumberOfReceiveQueues BaseProcessorGroup BaseProcessorNumber
         MaxProcessorGroup MaxProcessorNumber MaxProcessors NumaNode RssOnPortsSupported MsiXEnabled MsiXSupported')
}

# The long names come from the class, the short ones from the view that the module adds; releases differ.
Invoke-PortolanSection 'Get-NetAdapterHardwareInfo' {
    Get-NetAdapterHardwareInfo | ConvertTo-PortolanRecord (-split
        'Name InterfaceDescription SegmentNumber BusNumber DeviceNumber FunctionNumber SlotNumber NumaNode DeviceType
         PciDeviceType PciExpressVersion PciExpressCurrentLinkSpeedEncoded PciExpressCurrentLinkWidth
         PciExpressMaxLinkSpeedEncoded PciExpressMaxLinkWidth PciExpressCurrentPayloadSize PciExpressMaxPayloadSize
         PciExpressMaxReadRequestSize PcieLinkSpeed PcieLinkWidth PcieMaxLinkSpeed NumMsixTableEntries NumMsiMessages
         MsiXInterruptSupported PciDeviceLabelString LocationInformationString SriovSupport')
}

# -AllProperties shows the keywords without a text of their own, among them those that choose the driver mode.
# All are read and then chosen: asked for one keyword by name, the command fails on adapters without it.
Invoke-PortolanSection 'Get-NetAdapterAdvancedProperty' {
    $keywords = -split '*SriovPreferred *SRIOV *NumVFs *VMQ *VMQVlanFiltering *RssOrVmqPreference *RSS *MaxRssProcessors
        *RssBaseProcNumber *RssMaxProcNumber *NumRssQueues *RssOnHostVPorts *JumboPacket *ReceiveBuffers *TransmitBuffers
        *InterruptModeration ITR *LsoV2IPv4 *LsoV2IPv6 *RscIPv4 *RscIPv6 *SpeedDuplex'
    Get-NetAdapterAdvancedProperty -AllProperties | Where-Object { $keywords -contains $_.RegistryKeyword } |
        ConvertTo-PortolanRecord (-split
            'Name InterfaceDescription DisplayName DisplayValue RegistryKeyword RegistryValue DefaultRegistryValue
             ValidRegistryValues NumericParameterMinValue NumericParameterMaxValue')
}

# By class GUID: the text of the device class exists only from Windows Server 2016 on.
Invoke-PortolanSection 'PortolanPciIds' -Needs 'Get-CimInstance' {
    $networkClass = "ClassGuid = '{4d36e972-e325-11ce-bfc1-08002be10318}'"
    foreach ($device in @(Get-CimInstance -ClassName Win32_PnPEntity -Filter $networkClass)) {
        $ids = [regex]::Match([string] $device.PNPDeviceID,
            '^PCI\\VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})(?:&SUBSYS_([0-9A-F]{8}))?(?:&REV_([0-9A-F]{2}))?', 'IgnoreCase')
        if (-not $ids.Success) { continue }
        $also = [ordered]@{ VendorId = $ids.Groups[1].Value; DeviceId = $ids.Groups[2].Value }
        if ($ids.Groups[3].Success) { $also['SubsystemId'] = $ids.Groups[3].Value }
        if ($ids.Groups[4].Success) { $also['Revision'] = $ids.Groups[4].Value }
        $device | ConvertTo-PortolanRecord (-split 'Name PNPDeviceID Manufacturer Status ConfigManagerErrorCode') $also
    }
}

# ---- Virtual machines ------------------------------------------------------------------------------------

Invoke-PortolanSection 'Get-VM' {
    $state.Machines = @(Get-VM)
    foreach ($vm in $state.Machines) {
        $vm | ConvertTo-PortolanRecord (-split
            'Name Id ComputerName State Generation Version VirtualMachineSubType VirtualMachineType ProcessorCount
             CPUUsage MemoryStartup MemoryMinimum MemoryMaximum MemoryAssigned MemoryDemand DynamicMemoryEnabled
             NumaNodesCount NumaSocketCount NumaAligned IsClustered ResourceMeteringEnabled CheckpointType
             ParentSnapshotId AutomaticStartAction AutomaticStopAction GuestControlledCacheTypes
             LowMemoryMappedIoSpace HighMemoryMappedIoSpace Heartbeat IntegrationServicesState
             IntegrationServicesVersion Uptime CreationTime OperationalStatus PrimaryOperationalStatus
             SecondaryOperationalStatus StatusDescriptions Path ConfigurationLocation SnapshotFileLocation
             SmartPagingFilePath ReplicationMode ReplicationState ReplicationHealth') (
            [ordered]@{ VMId = ([string] $vm.Id); VMName = $vm.Name })
    }
}

Invoke-PortolanSection 'Get-VMProcessor' {
    Get-VMProcessor -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Count Maximum Reserve RelativeWeight CompatibilityForMigrationEnabled CompatibilityForMigrationMode
         CompatibilityForOlderOperatingSystemsEnabled ExposeVirtualizationExtensions HwThreadCountPerCore
         MaximumCountPerNumaNode MaximumCountPerNumaSocket EnablePerfmonPmu EnableHostResourceProtection ResourcePoolName')
}

Invoke-PortolanSection 'Get-VMMemory' {
    Get-VMMemory -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName DynamicMemoryEnabled Startup Minimum Maximum Buffer Priority MaximumPerNumaNode ResourcePoolName')
}

$vlanNames = -split 'OperationMode AccessVlanId NativeVlanId AllowedVlanIdList AllowedVlanIdListString PrivateVlanMode
    PrimaryVlanId SecondaryVlanId SecondaryVlanIdList SecondaryVlanIdListString'
$isolationNames = -split 'IsolationMode AllowUntaggedTraffic DefaultIsolationID MultiTenantStack'
$bandwidthNames = -split 'MinimumBandwidthAbsolute MinimumBandwidthWeight MaximumBandwidth BurstLimit BurstSize'
# What an ACL does and whether it is a wildcard, but not which addresses it names: no rule needs them.
$aclNames = -split 'Action Direction LocalAddressType RemoteAddressType'
$extendedAclNames = -split 'Action Direction LocalPort RemotePort Protocol Weight Stateful IdleSessionTimeout IsolationID'

# The adapters of all VMs and of the host itself. The IP addresses of guests are not among the properties.
Invoke-PortolanSection 'Get-VMNetworkAdapter' {
    Get-VMNetworkAdapter -All | ConvertTo-PortolanRecord ((-split
        'VMId VMName Name Id AdapterId DeviceId IsManagementOs IsExternalAdapter IsLegacy IsSynthetic Connected SwitchName
         SwitchId MacAddress DynamicMacAddressEnabled ClusterMonitored PoolName Status StatusDescription IovWeight
         IovUsage VFDataPathActive IovQueuePairsRequested IovQueuePairsAssigned IovInterruptModeration VmqWeight VmqUsage
         VrssEnabled VrssEnabledRequested VmmqEnabled VmmqEnabledRequested VmmqQueuePairs VmmqQueuePairsRequested
         VrssMaxQueuePairs VrssMaxQueuePairsRequested VrssMinQueuePairs VrssMinQueuePairsRequested
         VrssQueueSchedulingMode VrssQueueSchedulingModeRequested VrssExcludePrimaryProcessor
         VrssExcludePrimaryProcessorRequested VrssIndependentHostSpreading VrssIndependentHostSpreadingRequested
         VrssVmbusChannelAffinityPolicy VrssVmbusChannelAffinityPolicyRequested MacAddressSpoofing DhcpGuard RouterGuard
         PortMirroringMode AllowTeaming IeeePriorityTag DeviceNaming FixSpeed10G InterruptModeration NumaAwarePlacement
         AllowPacketDirect VirtualSubnetId StormLimit DynamicIPAddressLimit IPsecOffloadMaxSA IPsecOffloadSAUsage
         BandwidthPercentage MandatoryFeatureId MandatoryFeatureName CurrentIsolationMode TestReplicaPoolName
         TestReplicaSwitchName') + @{ VlanSetting = $vlanNames } + @{ IsolationSetting = $isolationNames } +
        @{ BandwidthSetting = $bandwidthNames } + @{ AclList = $aclNames } + @{ ExtendedAclList = $extendedAclNames })
}

Invoke-PortolanSection 'Get-VMNetworkAdapterAcl' {
    & { Get-VMNetworkAdapterAcl -VMName '*'; Get-VMNetworkAdapterAcl -ManagementOS } |
        ForEach-Object { ConvertTo-PortolanRecord -InputObject $_ -Property $aclNames -Also (Get-PortolanOwner $_) }
}

Invoke-PortolanSection 'Get-VMNetworkAdapterExtendedAcl' {
    & { Get-VMNetworkAdapterExtendedAcl -VMName '*'; Get-VMNetworkAdapterExtendedAcl -ManagementOS } |
        ForEach-Object { ConvertTo-PortolanRecord -InputObject $_ -Property $extendedAclNames -Also (Get-PortolanOwner $_) }
}

Invoke-PortolanSection 'Get-VMNetworkAdapterVlan' {
    & { Get-VMNetworkAdapterVlan -VMName '*'; Get-VMNetworkAdapterVlan -ManagementOS } |
        ForEach-Object { ConvertTo-PortolanRecord -InputObject $_ -Property $vlanNames -Also (Get-PortolanOwner $_) }
}

Invoke-PortolanSection 'Get-VMNetworkAdapterIsolation' {
    & { Get-VMNetworkAdapterIsolation -VMName '*'; Get-VMNetworkAdapterIsolation -ManagementOS } |
        ForEach-Object { ConvertTo-PortolanRecord -InputObject $_ -Property $isolationNames -Also (Get-PortolanOwner $_) }
}

Invoke-PortolanSection 'Get-VMAssignableDevice' {
    Get-VMAssignableDevice -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Name Id InstanceID LocationPath ResourcePoolName VirtualFunction')
}

Invoke-PortolanSection 'Get-VMGpuPartitionAdapter' {
    Get-VMGpuPartitionAdapter -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Name Id InstancePath PartitionId PartitionVfLuid MinPartitionVRAM MaxPartitionVRAM
         OptimalPartitionVRAM')
}

Invoke-PortolanSection 'Get-VMFibreChannelHba' {
    Get-VMFibreChannelHba -VMName '*' | ConvertTo-PortolanRecord (-split 'VMId VMName Name Id SanName')
}

Invoke-PortolanSection 'Get-VMDvdDrive' {
    Get-VMDvdDrive -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Name Id DvdMediaType Path PoolName ControllerType ControllerNumber ControllerLocation')
}

# DiskNumber is set for a pass-through disk, SupportPersistentReservations for a shared one.
Invoke-PortolanSection 'Get-VMHardDiskDrive' {
    Get-VMHardDiskDrive -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Name Id Path DiskNumber SupportPersistentReservations PoolName ControllerType ControllerNumber
         ControllerLocation')
}

# The result does not name its VM, so this one is asked VM by VM.
Invoke-PortolanSection 'Get-VMSecurity' {
    foreach ($vm in $state.Machines) {
        Get-VMSecurity -VM $vm | ConvertTo-PortolanRecord (-split
            'TpmEnabled KsdEnabled Shielded EncryptStateAndVmMigrationTraffic VirtualizationBasedSecurityOptOut
             BindToHostTpm') (
            [ordered]@{ VMId = ([string] $vm.Id); VMName = $vm.Name })
    }
}

Invoke-PortolanSection 'Get-VMFirmware' {
    foreach ($vm in $state.Machines) {
        # Generation 1 has no such firmware, and the command reports an error for it.
        $generation = $vm.PSObject.Properties['Generation']
        if ($null -ne $generation -and $generation.Value -eq 2) {
            Get-VMFirmware -VM $vm | ConvertTo-PortolanRecord (-split 'VMId VMName SecureBoot SecureBootTemplate')
        }
    }
}

Invoke-PortolanSection 'Get-VMIntegrationService' {
    Get-VMIntegrationService -VMName '*' | ConvertTo-PortolanRecord (-split
        'VMId VMName Name Id Enabled OperationalStatus PrimaryOperationalStatus SecondaryOperationalStatus')
}

Invoke-PortolanSection 'Get-VMReplication' {
    Get-VMReplication | ConvertTo-PortolanRecord (-split
        'VMId VMName ReplicationMode ReplicationState ReplicationHealth ReplicationRelationshipType PrimaryServerName
         ReplicaServerName CurrentReplicaServerName ReplicationFrequencySec')
}

# What each guest reports about itself through the data exchange service. An allow-list: the same table also holds
# the IP addresses of the guest, which are not wanted.
$skipGuests = if ($NoGuestDetails) { 'Left out by -NoGuestDetails.' } else { '' }
Invoke-PortolanSection 'PortolanGuestKvp' -Needs 'Get-CimInstance' -SkipBecause $skipGuests {
    $wanted = -split 'OSName OSVersion OSMajorVersion OSMinorVersion OSBuildNumber OSEditionId OSPlatformId ProductType
        ServicePackMajor ProcessorArchitecture IntegrationServicesVersion FullyQualifiedDomainName OSDistributionName
        OSDistributionData OSKernelVersion'
    $names = @{}
    foreach ($vm in $state.Machines) { $names[[string] $vm.Id] = $vm.Name }
    foreach ($component in @(Get-CimInstance -Namespace 'root\virtualization\v2' -ClassName Msvm_KvpExchangeComponent)) {
        $id = ([string] $component.SystemName).ToLowerInvariant()
        $record = [ordered]@{ VMId = $id }
        if ($names.ContainsKey($id)) { $record['VMName'] = $names[$id] }
        $found = 0
        foreach ($text in @($component.GuestIntrinsicExchangeItems | Where-Object { $_ })) {
            # One item that is not XML must not cost the others.
            try { $item = [xml] $text } catch { continue }
            $key = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Name']/VALUE")
            $data = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Data']/VALUE")
            if ($null -eq $key -or $null -eq $data -or $wanted -notcontains $key.InnerText) { continue }
            $record[$key.InnerText] = $data.InnerText
            $found++
        }
        if ($found -gt 0) { $record }
    }
}

# ---- Cluster ---------------------------------------------------------------------------------------------

$skipCluster = ''
if ($null -eq (Get-Service -Name ClusSvc -ErrorAction SilentlyContinue)) {
    $skipCluster = 'There is no Cluster service on this host.'
}

Invoke-PortolanSection 'Get-Cluster' -SkipBecause $skipCluster {
    Get-Cluster | ConvertTo-PortolanRecord (-split
        'Name Domain Id ClusterFunctionalLevel ClusterUpgradeVersion MaximumParallelMigrations DrainOnShutdown
         ClusterEnforcedAntiAffinity AutoBalancerMode AutoBalancerLevel PlacementOptions S2DEnabled')
}

Invoke-PortolanSection 'Get-ClusterNode' -SkipBecause $skipCluster {
    Get-ClusterNode | ConvertTo-PortolanRecord (-split
        'Name Id State StatusInformation DrainStatus NodeWeight DynamicWeight MajorVersion MinorVersion BuildNumber
         Manufacturer Model FaultDomain')
}

Invoke-PortolanSection 'Get-ClusterGroup' -SkipBecause $skipCluster {
    Get-ClusterGroup | Where-Object { [string] $_.GroupType -eq 'VirtualMachine' } | ConvertTo-PortolanRecord (-split
        'Name Id GroupType State OwnerNode Priority AutoFailbackType AntiAffinityClassNames PreferredSite FaultDomain
         StatusInformation LockedFromMoving')
}

$clusterTypes = @('Virtual Machine', 'Virtual Machine Configuration')
Invoke-PortolanSection 'Get-ClusterResource' -SkipBecause $skipCluster {
    Get-ClusterResource | Where-Object { $clusterTypes -contains [string] $_.ResourceType } |
        ConvertTo-PortolanRecord (-split 'Name Id ResourceType OwnerGroup OwnerNode State')
}

# Only for the VMs that this node owns now: each node of a cluster answers for its own, and a large cluster is not
# asked for everything by every node.
Invoke-PortolanSection 'PortolanClusterOwners' -Needs 'Get-ClusterResource', 'Get-ClusterOwnerNode', 'Get-ClusterParameter' `
    -SkipBecause $skipCluster {
    $own = Get-ClusterResource | Where-Object {
        $clusterTypes -contains [string] $_.ResourceType -and [string] $_.OwnerNode -eq $env:COMPUTERNAME
    }
    foreach ($resource in $own) {
        $record = [ordered]@{ Resource = [string] $resource.Name; ResourceType = [string] $resource.ResourceType }
        $record['OwnerGroup'] = [string] $resource.OwnerGroup
        $vmId = $resource | Get-ClusterParameter -Name VmId -ErrorAction SilentlyContinue
        if ($null -ne $vmId) { $record['VmId'] = ([string] $vmId.Value).ToLowerInvariant() }
        $owners = $resource | Get-ClusterOwnerNode
        if ($null -ne $owners) { $record['Owners'] = [object[]] @($owners.OwnerNodes | ForEach-Object { [string] $_ }) }
        $record
    }
}

# From which priority on a drain moves a role live; below it the role is saved and moved (quick migration).
Invoke-PortolanSection 'PortolanClusterDrain' -Needs 'Get-ClusterResourceType', 'Get-ClusterParameter' `
    -SkipBecause $skipCluster {
    Get-ClusterResourceType -Name 'Virtual Machine' | Get-ClusterParameter -Name MoveTypeThreshold |
        ConvertTo-PortolanRecord (-split 'ClusterObject Name Value')
}

Invoke-PortolanSection 'Get-ClusterNetwork' -SkipBecause $skipCluster {
    Get-ClusterNetwork | ConvertTo-PortolanRecord (-split 'Name Id Role State Metric AutoMetric Address AddressMask')
}

Invoke-PortolanSection 'Get-ClusterSharedVolume' -SkipBecause $skipCluster {
    Get-ClusterSharedVolume | ConvertTo-PortolanRecord ((-split 'Name Id State OwnerNode') + @{
            SharedVolumeInfo = (-split 'FriendlyVolumeName MaintenanceMode FaultState') + @{
                Partition = -split 'Name Size FreeSpace UsedSpace PercentFree FileSystem'
            }
        })
}

# ---- Events ----------------------------------------------------------------------------------------------

# Warnings and errors of the last 30 days that tell why a VF, a queue or a migration was refused. The values beside
# the localized message are language neutral.
Invoke-PortolanSection 'PortolanEvents' -Needs 'Get-WinEvent' {
    $sources = [ordered]@{
        'Microsoft-Windows-Hyper-V-SynthNic' = 12572, 12585, 12587, 12589, 12605, 12606, 12607, 12608, 12609, 12612,
            12613, 12614
        'Microsoft-Windows-Hyper-V-VmSwitch' = 46, 94, 113, 204, 205, 207, 209, 211, 215
        'Microsoft-Windows-Hyper-V-VMMS'     = 10698, 20413, 20417, 21024, 21125, 21501, 21502
    }
    $since = (Get-Date).AddDays(-30)
    $found = foreach ($provider in @($sources.Keys)) {
        $filter = @{ ProviderName = $provider; Id = $sources[$provider]; Level = 1, 2, 3; StartTime = $since }
        # That there are no such events, or no such provider, is an error to the command and good news here.
        try { Get-WinEvent -FilterHashtable $filter -MaxEvents 500 -ErrorAction Stop }
        catch {
            $nothing = 'NoMatchingEventsFound|NoMatchingProvidersFound|LogsAndProvidersDontOverlap'
            if ($_.FullyQualifiedErrorId -notmatch $nothing) {
                Write-Error -Message ('{0}: {1}' -f $provider, $_.Exception.Message)
            }
        }
    }
    $found | Sort-Object -Property TimeCreated -Descending | Select-Object -First 500 | ForEach-Object {
        $values = [object[]] @($_.Properties | ForEach-Object { [string] $_.Value })
        ConvertTo-PortolanRecord -InputObject $_ -Property (-split 'ProviderName Id Level TimeCreated Message') -Also (
            [ordered]@{ Values = $values })
    }
}

# ---- Traffic ---------------------------------------------------------------------------------------------

# Raw counters, because their class and property names are the same in every language; the paths that Get-Counter
# takes are localized. Rates are the difference of two samples over the difference of their timestamps.
$common = -split 'Name Timestamp_PerfTime Frequency_PerfTime Timestamp_Sys100NS'
$frames = -split 'BytesReceivedPersec BytesSentPersec PacketsReceivedPersec PacketsSentPersec DirectedPacketsReceivedPersec
    DirectedPacketsSentPersec MulticastPacketsReceivedPersec MulticastPacketsSentPersec BroadcastPacketsReceivedPersec
    BroadcastPacketsSentPersec DroppedPacketsIncomingPersec DroppedPacketsOutgoingPersec
    ExtensionsDroppedPacketsIncomingPersec ExtensionsDroppedPacketsOutgoingPersec'
$wire = -split 'BytesReceivedPersec BytesSentPersec PacketsReceivedPersec PacketsSentPersec PacketsReceivedDiscarded
    PacketsReceivedErrors PacketsOutboundDiscarded PacketsOutboundErrors CurrentBandwidth'
$runTime = -split 'PercentTotalRunTime PercentTotalRunTime_Base PercentGuestRunTime PercentGuestRunTime_Base
    PercentHypervisorRunTime PercentHypervisorRunTime_Base PercentIdleTime PercentIdleTime_Base'
$counters = [ordered]@{
    NvspNicStats_HyperVVirtualNetworkAdapter             = $frames
    NvspSwitchStats_HyperVVirtualSwitch                  = $frames
    NvspSwitchProcStats_HyperVVirtualSwitchProcessor     = -split 'NumberofVMQs NumberofTransmitCompletesPersec
        PacketsfromExternalPersec PacketsfromInternalPersec'
    Tcpip_NetworkInterface                               = $wire
    Tcpip_NetworkAdapter                                 = $wire
    HvStats_HyperVHypervisorLogicalProcessor             = $runTime
    HvStats_HyperVHypervisorRootVirtualProcessor         = $runTime
}
$skipTraffic = if ($SampleSeconds -eq 0) { 'Left out by -SampleSeconds 0.' } else { '' }
Invoke-PortolanSection 'PortolanTraffic' -Needs 'Get-CimInstance' -SkipBecause $skipTraffic {
    foreach ($sample in 1, 2) {
        if ($sample -eq 2) { Start-Sleep -Seconds $SampleSeconds }
        foreach ($counter in @($counters.Keys)) {
            $instances = @(Get-CimInstance -ClassName ('Win32_PerfRawData_' + $counter))
            $takenAt = (Get-Date).ToUniversalTime().ToString('o')
            $instances | ConvertTo-PortolanRecord ($common + $counters[$counter]) (
                [ordered]@{ Sample = $sample; SampledAt = $takenAt; Counter = $counter })
        }
    }
}

# ---- The file --------------------------------------------------------------------------------------------

# Without elevation Hyper-V can answer with an empty list instead of an error, so the file says how it was made.
$identity = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
$elevated = $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
if (-not $elevated) { Write-Warning 'Not run as administrator: expect missing VMs and failed sections.' }

$failed = @($state.Sections.Keys | Where-Object { $state.Sections[$_].status -eq 'failed' })
if ($failed.Count -gt 0) { Write-Warning ('Could not be read: ' + ($failed -join ', ')) }

$document = [ordered]@{
    portolanCollector = 1
    collectorVersion  = $collectorVersion
    host              = $env:COMPUTERNAME
    collectedAt       = (Get-Date).ToUniversalTime().ToString('o')
    powershell        = $PSVersionTable.PSVersion.ToString()
    elevated          = $elevated
    sampleSeconds     = $SampleSeconds
    sections          = $state.Sections
}
$json = ConvertTo-Json -InputObject $document -Depth 8

if ($OutFile -eq '-') { $json }
else {
    # .NET resolves a relative path against the folder of the process, not against the current location.
    $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutFile)
    # Set encodings by hand: 5.1 writes a byte order mark with every UTF-8 of its own.
    [IO.File]::WriteAllText($path, $json, (New-Object System.Text.UTF8Encoding $false))
    Get-Item -LiteralPath $path
}
