"""The one question that Windows' own PowerShell is asked about the PC, and its answer.

It works on Windows PowerShell 2.0 (Windows 7), which has neither `ConvertTo-Json` nor `Get-CimInstance`, up to 5.1, and in its
constrained language mode: only cmdlets, plain types and string methods are used, and the JSON is made by hand. The output is ASCII,
other characters written as JSON's `\\uXXXX`: the console's code page, which a constrained or windowless shell cannot change, has no say.
Each answer is written as soon as it is there: what a slow PC has told before the time is up is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.values.pc import WhyUnknown
from app.system.pc_reading import ToolAnswer, ask_tool

#: What is asked: the name of the answer, its namespace, its query.
QUERIES: tuple[tuple[str, str, str], ...] = (
    ("os", r"root\cimv2", "SELECT Caption,Version,BuildNumber,ProductType,CSDVersion,OSArchitecture FROM Win32_OperatingSystem"),
    (
        "system",
        r"root\cimv2",
        "SELECT Manufacturer,Model,TotalPhysicalMemory,Domain,PartOfDomain,Workgroup,UserName FROM Win32_ComputerSystem",
    ),
    ("bios", r"root\cimv2", "SELECT SerialNumber FROM Win32_BIOS"),
    ("product", r"root\cimv2", "SELECT Vendor,Name,Version,IdentifyingNumber FROM Win32_ComputerSystemProduct"),
    ("disks", r"root\cimv2", "SELECT DeviceID,VolumeName,Size,FreeSpace FROM Win32_LogicalDisk WHERE DriveType=3"),
    ("memory", r"root\cimv2", "SELECT Capacity FROM Win32_PhysicalMemory"),
    ("antivirus", r"root\SecurityCenter2", "SELECT displayName,productState FROM AntiVirusProduct"),
    # Last: on some PCs the processor takes seconds to be measured.
    ("processor", r"root\cimv2", "SELECT Name,NumberOfCores,NumberOfLogicalProcessors FROM Win32_Processor"),
)

_BEGIN = r"""
$ErrorActionPreference='Stop'
$quote=[string][char]34
$slash=[string][char]92
function Write-Plain($value){
  if($null -eq $value){return 'null'}
  if($value -is [bool]){if($value){return 'true'};return 'false'}
  if($value -isnot [string] -and [string]$value -match '^-?[0-9]+$'){return [string]$value}
  $text=''
  foreach($char in ([string]$value).ToCharArray()){
    $code=[int]$char
    if($code -eq 34 -or $code -eq 92){$text+=$slash+[string]$char}
    elseif($code -lt 32 -or $code -gt 126){$text+=$slash+('u{0:x4}' -f $code)}
    else{$text+=[string]$char}
  }
  return $quote+$text+$quote
}
function Write-Answer($name,$space,$query,$fields){
  try{
    if(Get-Command Get-WmiObject -ErrorAction SilentlyContinue){$found=@(Get-WmiObject -Namespace $space -Query $query)}
    else{$found=@(Get-CimInstance -Namespace $space -Query $query)}
    $rows=@()
    foreach($one in $found){
      $parts=@()
      foreach($field in $fields){$value=$one.$field;$parts+=(Write-Plain $field)+':'+(Write-Plain $value)}
      $rows+='{'+($parts -join ',')+'}'
    }
    $answer='['+($rows -join ',')+']'
  }catch{
    $code=[string]$_.Exception.ErrorCode
    if(-not $code){$code=[string]$_.CategoryInfo.Category}
    $answer='{'+(Write-Plain 'error')+':'+(Write-Plain ([string]$_))+','+(Write-Plain 'code')+':'+(Write-Plain $code)+'}'
  }
  '{'+(Write-Plain $name)+':'+$answer+'}'
}
"""


@dataclass(frozen=True)
class WindowsAnswers:
    """What PowerShell told.

    Attributes:
        rows: the rows of each question that was answered, each by its properties.
        errors: of each question that was refused: code and message.
        problem: why the rest is missing; None when nothing is.
    """

    rows: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    errors: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problem: WhyUnknown | None = None

    def first(self, name: str) -> Mapping[str, Any]:
        """The first row of an answer; nothing where there is none."""
        found = self.rows.get(name)
        return found[0] if found else {}

    def missing(self, name: str) -> tuple[WhyUnknown, str]:
        """Why an answer says nothing, with what was told about it."""
        if name in self.errors:
            code, message = self.errors[name]
            refused = "denied" in code.lower() or "permission" in code.lower()
            return (WhyUnknown.NO_RIGHTS, "") if refused else (WhyUnknown.FAILED, message or code)
        if name in self.rows or self.problem is None:
            return WhyUnknown.NOT_REPORTED, ""
        return self.problem, ""


def script() -> str:
    """The whole question. It holds no double quote, so that it can be given as one argument."""
    asked = []
    for name, space, query in QUERIES:
        fields = ",".join(f"'{one}'" for one in query.split()[1].split(","))
        asked.append(f"Write-Answer '{name}' '{space}' '{query}' @({fields})")
    return _BEGIN + "\n".join(asked) + "\n"


def ask(run: Callable[[list[str]], ToolAnswer] = ask_tool) -> WindowsAnswers:
    """Ask this PC; never raises. Takes some eight seconds at most. Thread: any but Qt's."""
    # The program of Windows itself, not whatever comes first on the path.
    shell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    answer = run([str(shell), "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script()])
    return parse(answer)


def parse(answer: ToolAnswer) -> WindowsAnswers:
    """The answers in what PowerShell wrote; anything between them (warnings, wrapped lines) is skipped."""
    text = answer.text.replace("\r", "").replace("\n", "")
    rows: dict[str, list[dict[str, Any]]] = {}
    errors: dict[str, tuple[str, str]] = {}
    decoder, place = json.JSONDecoder(), text.find("{")
    while place >= 0:
        try:
            found, end = decoder.raw_decode(text, place)
        except ValueError:
            end = place + 1
        else:
            _take(found, rows, errors)
        place = text.find("{", end)
    problem = answer.problem or (None if rows or errors else WhyUnknown.BLOCKED)
    return WindowsAnswers(rows, errors, problem)


def _take(found: Any, rows: dict[str, list[dict[str, Any]]], errors: dict[str, tuple[str, str]]) -> None:
    for name, value in found.items() if isinstance(found, dict) else ():
        if isinstance(value, list):
            rows[name] = [row for row in value if isinstance(row, dict)]
        elif isinstance(value, dict):
            errors[name] = (str(value.get("code", "")), str(value.get("error", "")))
