"""One door to everything a developer does with Parclair: `python3 build/dev.py COMMAND`.

Standard library only, on Linux, Windows and macOS. Each command first makes sure that `.venv` holds the locked packages; when it already does, that takes a few milliseconds.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - who starts this with an older Python is to read why it fails
    sys.exit("error: Parclair needs Python 3.11 or newer; this is Python {}.{} ({})".format(*sys.version_info[:2], sys.executable))

from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.pycache_prefix = str(HERE / "cache" / "pycache")

import environment  # noqa: E402 - after the folder of compiled files is set


def setup(arguments: list[str]) -> int:
    """Make .venv and install the locked packages, those of the program and of its tests."""
    environment.no_arguments("setup", arguments)
    print(f"ready: {environment.ensure('dev')}")
    return 0


def run(arguments: list[str]) -> int:
    """Start Parclair with the given arguments; with --demo and no display, walk the main job and save pictures and PDFs."""
    import launch

    return launch.run(arguments)


def server(arguments: list[str]) -> int:
    """Run the server's commands (serve, org add, code new, …); --help lists them."""
    import launch

    return launch.server(arguments)


def test(arguments: list[str]) -> int:
    """Every check, then every test; with arguments, only pytest with these arguments."""
    import checks

    return checks.test(arguments)


def check(arguments: list[str]) -> int:
    """Format, lint, types, import contracts and translations, without the tests."""
    import checks

    environment.no_arguments("check", arguments)
    return checks.check()


def screenshots(arguments: list[str]) -> int:
    """Pictures of every screen, in build/dist/screenshots."""
    import launch

    return launch.script(HERE / "screenshots.py", arguments, offscreen=True)


def bench(arguments: list[str]) -> int:
    """Measure the speed of the program and print it beside its yardsticks."""
    import launch

    return launch.script(environment.ROOT / "tests" / "bench" / "run.py", arguments, offscreen=True)


def soak(arguments: list[str]) -> int:
    """The long tests of the exchange with a server: 100,000 stories, kills, races, cuts at every byte, mutants (--stories N, a part's name)."""
    import soak as long_tests

    return long_tests.main(arguments)


def translate(arguments: list[str]) -> int:
    """Bring the translation files up to date with the texts in the code (--check, --missing, --fill FILE)."""
    import translate as translations

    return translations.main(arguments)


def lock(arguments: list[str]) -> int:
    """Write build/requirements/*.txt anew from pyproject.toml: newest versions, with hashes for every platform."""
    import locking

    environment.no_arguments("lock", arguments)
    return locking.lock()


def package(arguments: list[str]) -> int:
    """Build the one-folder program in build/dist/parclair and try it."""
    import bundle

    environment.no_arguments("package", arguments)
    return bundle.package()


COMMANDS = {command.__name__: command for command in (setup, run, server, test, check, screenshots, bench, soak, translate, lock, package)}


def usage() -> str:
    lines = [(__doc__ or "").strip(), "", "Commands:"]
    lines += [f"  {name:<12} {(command.__doc__ or '').strip()}" for name, command in COMMANDS.items()]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run one command; its exit status. A set-up that cannot be done says why in one line and gives 1."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"error: unknown command {name!r}: expected one of {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](rest)
    except environment.SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
