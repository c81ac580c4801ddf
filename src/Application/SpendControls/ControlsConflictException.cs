namespace CleanIssuing.Application.SpendControls;

/// <summary>Somebody else changed the controls meanwhile. Carries what is in force now.</summary>
public sealed class ControlsConflictException(SpendingControls current) : ExpectedException(RefusalReason.ControlsChanged)
{
    public SpendingControls Current { get; } = current;
}
