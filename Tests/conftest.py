import pytest

from installation import PROGRAM, Installation


def pytest_sessionstart(session):
    if not PROGRAM.exists():
        pytest.exit(f"{PROGRAM} is not there: run 'swift build' first", returncode=2)


@pytest.fixture
def installation(tmp_path):
    """An empty installation, without a server."""
    installation = Installation(tmp_path)
    yield installation
    installation.close()
