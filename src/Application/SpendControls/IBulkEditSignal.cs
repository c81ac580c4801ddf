namespace CleanIssuing.Application.SpendControls;

/// <summary>Wakes the worker that runs bulk edits.</summary>
public interface IBulkEditSignal
{
    void Wake();
}
