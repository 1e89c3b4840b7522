"""What the layout promises: imports run one way, one module has the clock, each file has its place.

`python -m tests.layout` prints every fault; `test_layout.py` holds the project to there being none.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "repairlog"

# What each part may import, besides itself. A part is a module or a folder of the package.
LOWEST = {"errors", "text", "words"}
DATES = LOWEST | {"dates"}
KINDS = DATES | {"entries", "recurrence", "kinds"}
READINGS = KINDS | {"readings"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "text": {"errors"},
    "words": set(),
    "dates": LOWEST,
    "recurrence": DATES,
    "entries": DATES,
    "kinds": DATES | {"entries", "recurrence"},
    "tone": LOWEST,
    "schema": DATES | {"entries"},
    "journal": KINDS | {"schema"},
    "readings": KINDS,
    "render": READINGS,
    "export": READINGS,
    "demo": KINDS | {"journal"},
    "cli": READINGS | {"journal", "demo", "render", "export", "tone"},
    "__main__": {"cli"},
}

# Which parts may know these modules, wherever in the code they import them.
ONLY_KNOWN_TO = {
    "sqlite3": {"journal", "schema"},
    "sqlite_utils": {"journal", "schema"},
    "rich": {"render"},
    "typer": {"cli"},
    "dateutil": {"dates", "recurrence"},
}

# A quick entry passes through these, and may not pay for what it does not use (DESIGN 1).
QUICK_ENTRY = (
    "__main__",
    "cli",
    "cli.quick",
    "cli.guard",
    "cli.commands.commit",
    "cli.commands.deliver",
    "journal",
    "readings.standing",
)
# `typing` too is dear where an entry takes sixty milliseconds: who names it for the type checker
# only writes `TYPE_CHECKING = False` and imports it under that.
HEAVY = (
    "asyncio",
    "dateutil",
    "importlib.metadata",
    "rich",
    "sqlite_utils",
    "subprocess",
    "tempfile",
    "typer",
    "typing",
    "uuid",
    "zoneinfo",
)

# Calls that look at the clock, and names that look at the environment.
CLOCK = re.compile(
    r"(?:.+\.)?(?:datetime|date)\.(?:now|utcnow|today)"
    r"|time\.(?:time|time_ns|localtime|gmtime|ctime|strftime|asctime|clock_gettime)"
)
ENVIRONMENT = re.compile(r"os\.(?:environb?|getenvb?|putenv|unsetenv)")
CLOCK_KNOWN_TO = {"dates"}
ENVIRONMENT_KNOWN_TO = {"dates", "cli"}


@dataclass(frozen=True, slots=True)
class Import:
    """One module that another imports, and whether that happens as soon as it is loaded."""

    name: str
    line: int
    at_once: bool


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package, read but not run."""

    name: str  # without "repairlog.", and "" for the package itself
    tree: ast.Module
    imports: tuple[Import, ...]

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]


def modules(package: Path = PACKAGE) -> dict[str, Module]:
    """Every module below `package`, by name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).with_suffix("").parts
        is_package = inside[-1] == "__init__"
        name = ".".join(inside[:-1] if is_package else inside)
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        folder = inside[:-1]
        found[name] = Module(name, tree, tuple(_imports(tree, folder)))
    return found


def _imports(tree: ast.Module, folder: tuple[str, ...]) -> Iterator[Import]:
    at_once = set(_run_at_once(tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, folder)
            names = [f"{source}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            yield Import(name, node.lineno, node in at_once)


def _source(node: ast.ImportFrom, folder: tuple[str, ...]) -> str:
    """The full name of the module that `from … import` names, dots resolved."""
    if not node.level:
        return node.module or ""
    above = ("repairlog", *folder)[: len(folder) + 2 - node.level]
    return ".".join((*above, *([node.module] if node.module else [])))


def _run_at_once(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is loaded, those for the type checker left out."""
    for statement in body:
        yield statement
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from _run_at_once(statement.orelse)
            case _:
                for inner in ("body", "orelse", "finalbody", "handlers", "cases"):
                    for child in getattr(statement, inner, []):
                        nested = child if isinstance(child, ast.stmt) else None
                        yield from _run_at_once([nested] if nested else child.body)


def direction_faults(found: dict[str, Module]) -> Iterator[str]:
    """Imports inside the package that run the wrong way, and parts without a place."""
    for module in found.values():
        if module.part and module.part not in MAY_IMPORT:
            yield f"{module.name}: has no place in MAY_IMPORT yet"
            continue
        allowed = MAY_IMPORT.get(module.part, set()) | {module.part, "__version__", ""}
        for known in module.imports:
            top, _, inside = known.name.partition(".")
            part = inside.partition(".")[0]
            if top == "repairlog" and part not in allowed:
                yield f"{module.name}:{known.line} imports {part}"


def acquaintance_faults(found: dict[str, Module]) -> Iterator[str]:
    """Modules that know a library which is another part's affair."""
    for module in found.values():
        for known in module.imports:
            owners = ONLY_KNOWN_TO.get(known.name.partition(".")[0])
            if owners is not None and module.part not in owners:
                yield f"{module.name}:{known.line} imports {known.name}: only {_list(owners)} may"


def clock_faults(found: dict[str, Module]) -> Iterator[str]:
    """Places besides the one clock that ask what time it is."""
    yield from _places(found, CLOCK, CLOCK_KNOWN_TO, "looks at the clock")


def environment_faults(found: dict[str, Module]) -> Iterator[str]:
    """Places besides the root of a command that look at the environment."""
    yield from _places(found, ENVIRONMENT, ENVIRONMENT_KNOWN_TO, "looks at the environment")


def _places(
    found: dict[str, Module], pattern: re.Pattern[str], owners: set[str], what: str
) -> Iterator[str]:
    for module in found.values():
        if module.part in owners:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and pattern.fullmatch(ast.unparse(node)):
                yield f"{module.name}:{node.lineno} {what}: {ast.unparse(node)}"
        for known in module.imports:
            if pattern.fullmatch(known.name):
                yield f"{module.name}:{known.line} {what}: {known.name}"


def start_up_faults(found: dict[str, Module]) -> Iterator[str]:
    """Heavy modules that a quick entry would load before it has done anything."""
    for name in sorted(_loaded_at_once(found, QUICK_ENTRY)):
        for known in found[name].imports:
            if known.at_once and any(f"{known.name}.".startswith(f"{heavy}.") for heavy in HEAVY):
                yield f"{name}:{known.line} imports {known.name} at the top"


def _loaded_at_once(found: dict[str, Module], starts: tuple[str, ...]) -> set[str]:
    """The modules that come along, at load time, with `starts`."""
    waiting = [name for name in starts if name in found]
    loaded: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in loaded:
            continue
        loaded.add(name)
        wanted = [known.name for known in found[name].imports if known.at_once]
        inside = [
            name.removeprefix("repairlog.") for name in wanted if name.startswith("repairlog.")
        ]
        # "readings.standing.standing_of" loads readings and readings.standing, where they exist.
        stems = [item.split(".")[:end] for item in inside for end in range(1, item.count(".") + 2)]
        waiting += [stem for parts in stems if (stem := ".".join(parts)) in found]
    return loaded


# --- the files of the checkout --------------------------------------------------------------

IN_THE_ROOT = {"src", "tests", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"}

# Put together here, so that this file names none of them.
NOT_TO_BE_NAMED = (
    # where packages come from: whoever installs decides
    *("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "deb" + "ian.org"),
    # the machine that this was written on
    *("/wo" + "rk/", "/opt/" + "wheels", "/opt/" + "py", "/tmp/" + "arch", "/tmp/" + "v/"),
    *("/ro" + "ot/", ".lib" + "rary", "../sha" + "red"),
)


def files() -> list[str]:
    """The paths that git keeps or would keep, from the checkout's root."""
    # A checkout may belong to another account than the one that checks it: git is told not to mind.
    git = ["git", "-c", f"safe.directory={ROOT}"]
    command = [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted({path for path in listed.split("\0") if path and (ROOT / path).is_file()})


def root_faults(paths: list[str]) -> Iterator[str]:
    """Things in the root that belong elsewhere."""
    for top in sorted({path.partition("/")[0] for path in paths}):
        if top not in IN_THE_ROOT and not top.startswith("."):
            yield f"{top}: the root holds {_list(IN_THE_ROOT)} and dotfiles, nothing else"


def naming_faults(paths: list[str]) -> Iterator[str]:
    """Files that name a package registry's host, or a folder of the machine they came from."""
    for path in paths:
        text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            for name in NOT_TO_BE_NAMED:
                if re.search(rf"(?<![\w.]){re.escape(name)}", line):
                    yield f"{path}:{number} names {name}"


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names))


Check = Callable[[dict[str, Module]], Iterator[str]]
OF_THE_PACKAGE: tuple[Check, ...] = (
    direction_faults,
    acquaintance_faults,
    clock_faults,
    environment_faults,
    start_up_faults,
)
OF_THE_FILES = (root_faults, naming_faults)


def main() -> int:
    """Print every fault; exit 1 if there is one."""
    package, paths = modules(), files()
    faults = [fault for check in OF_THE_PACKAGE for fault in check(package)]
    faults += [fault for on_files in OF_THE_FILES for fault in on_files(paths)]
    print("\n".join(faults) or f"{len(package)} modules and {len(paths)} files hold the layout.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
