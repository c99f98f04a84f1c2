"""Settings from the environment; the README lists them, and a test holds it to this file."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def check_public_url(url: str | None) -> str | None:
    if not url:
        return None
    if not url.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    parts = urlsplit(url)  # raises ValueError for brackets that hold no address
    try:
        parts.netloc.encode("idna")
        is_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_host = False
    if not is_host or "@" in parts.netloc or re.search(r"[\s?#\\]", url):
        raise ValueError("must be an address like https://example.org, with no user and no query")
    return url.rstrip("/")


def check_contact(address: str | None) -> str | None:
    if address and not address.startswith(("mailto:", "https:")):
        raise ValueError("must begin with mailto: or https:")
    return address or None


def check_folder(folder: Path | str | None) -> Path | None:
    path = Path(folder) if folder else None
    if path is not None and path.exists() and not path.is_dir():
        raise ValueError("must name a folder, and is a file")
    return path


class Settings(BaseSettings):
    """What whoever runs the dashboard can set; each name has the prefix DASHBOARD_."""

    model_config = SettingsConfigDict(env_prefix="DASHBOARD_")

    database: Path = Field(
        Path("dashboard.db"), description="the SQLite file, which `load` makes and pages read"
    )
    seeds: Path = Field(Path("seeds"), description="the folder of seeds that `load` reads")
    host: str = Field("127.0.0.1", description="the address to listen on")
    port: int = Field(8000, ge=1, le=65535, description="the port to listen on")
    public_url: Annotated[str | None, AfterValidator(check_public_url)] = Field(
        None, description="where readers find the site; by default the host and port served"
    )
    contact: Annotated[str | None, AfterValidator(check_contact)] = Field(
        None, description="`mailto:` or `https:` address behind “Report an error”"
    )
    cache: Annotated[Path | None, BeforeValidator(check_folder)] = Field(
        None, description="a folder that keeps the pictures for sharing; by default memory does"
    )
    keep: int = Field(
        16, ge=0, description="megabytes of memory for pages kept as they are sent; 0 keeps none"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="the least serious messages that are logged"
    )
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="a port of this machine alone where Prometheus may ask"
    )
    access_log: bool = Field(True, description="whether each request is logged, as a line of JSON")

    @property
    def public_address(self) -> str:
        """The address that permalinks are written with, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"
