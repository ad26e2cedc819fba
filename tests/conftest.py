"""What several tests share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Property tests do not depend on how busy the machine is.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of development corpora beside the checkout, which is no part of the project."""
    folder = Path(__file__).resolve().parents[1].parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the development corpora are not beside this checkout")
    return folder
