namespace CleanIssuing.Domain.SharedKernel;

/// <summary>How a restriction reads its list.</summary>
public enum RestrictionMode
{
    /// <summary>There is none: everything may.</summary>
    None,

    /// <summary>Only what is listed may.</summary>
    Allow,

    /// <summary>All but what is listed may.</summary>
    Block,
}
