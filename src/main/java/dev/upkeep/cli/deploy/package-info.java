/// `deploy`: writes what keeps databases alive elsewhere. The files are made by
/// [dev.upkeep.deploy]; this room asks for their parameters.
@NullMarked
package dev.upkeep.cli.deploy;

import org.jspecify.annotations.NullMarked;
