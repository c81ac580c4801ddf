namespace CleanIssuing.WebUi.Pages.Shared;

/// <summary>A page about one thing of an account, which the navigation then tells, and stays within.</summary>
public interface IOfAccount
{
    AccountId OfAccount { get; }
}
